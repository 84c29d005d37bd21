# One image for every service; docker-compose.yml says which command each runs.
FROM python:3.11-slim-bookworm AS packages
WORKDIR /opt/senado
RUN python -m venv /opt/venv
COPY requirements.lock .
RUN /opt/venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=senate.settings.prod \
    STATIC_ROOT=/srv/static
RUN useradd --system --uid 10001 --no-create-home senado
WORKDIR /opt/senado
COPY --from=packages /opt/venv /opt/venv
COPY . .
# Settings want their secrets even here; these reach no running service.
RUN SECRET_KEY=only-to-build-this-image-0123456789-abcdefghijklmnopqrstuvwxyz \
    DATABASE_URL=postgresql:///build REDIS_URL=redis://build ALLOWED_HOSTS=build \
    sh -c "python manage.py catalogues compile && python manage.py collectstatic --no-input" \
    && python -m compileall -q accounts legislation metrics portals senate
USER senado
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--no-ws", "senate.wsgi:application"]
