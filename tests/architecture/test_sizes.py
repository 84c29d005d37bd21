"""Modules that fit in one reading, functions that fit on a screen."""

import ast

from tests.architecture.sources import STOREYS, Function, functions, modules, name_of, parsed

LINES_OF_A_MODULE = 400
LINES_OF_A_FUNCTION = 40
PACKAGES = (*STOREYS, "bench")


def lines(function: Function) -> int:
    """Without its docstring: a promise explained at length is not a long function."""
    whole = function.end_lineno - function.lineno + 1
    if ast.get_docstring(function) is None:
        return whole
    said = function.body[0]
    return whole - (said.end_lineno - said.lineno + 1)


def test_no_module_is_longer_than_four_hundred_lines():
    sizes = {name_of(path): len(path.read_text().splitlines()) for path in modules(*PACKAGES)}
    assert {name: size for name, size in sizes.items() if size > LINES_OF_A_MODULE} == {}


def test_no_function_is_longer_than_forty_lines():
    sizes = {
        f"{name_of(path)}: {function.name}": lines(function)
        for path in modules(*PACKAGES)
        for function in functions(parsed(path))
    }
    assert {name: size for name, size in sizes.items() if size > LINES_OF_A_FUNCTION} == {}


def test_every_package_says_what_it_is_for():
    """But a folder of commands, which the framework asks for and says nothing of."""
    mute = [
        name_of(path)
        for path in modules(*STOREYS)
        if path.name == "__init__.py"
        and "management" not in path.parts
        and ast.get_docstring(parsed(path)) is None
    ]
    assert mute == []


def test_nothing_is_named_for_being_of_no_subject():
    vague = {"utils", "helpers", "common", "misc", "tools"}
    assert [name_of(path) for path in modules(*STOREYS) if vague & {path.stem, *path.parts}] == []
