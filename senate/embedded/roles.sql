-- Three roles and what each may do in the current database. Safe to run again.
--   senado_owner    owns the schema: migrations run as it
--   senado_app      reads and writes rows: web, worker and beat run as it
--   senado_auditor  reads
-- Passwords come from the environment where there are any; the embedded servers are reached
-- through a closed socket folder and have none.
\set ON_ERROR_STOP on
SELECT format('CREATE ROLE %I LOGIN', wanted)
FROM unnest(ARRAY['senado_owner', 'senado_app', 'senado_auditor']) AS wanted
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) \gexec

\getenv owner_password SENADO_OWNER_PASSWORD
\getenv app_password SENADO_APP_PASSWORD
\getenv auditor_password SENADO_AUDITOR_PASSWORD
\if :{?owner_password}
  ALTER ROLE senado_owner PASSWORD :'owner_password';
\endif
\if :{?app_password}
  ALTER ROLE senado_app PASSWORD :'app_password';
\endif
\if :{?auditor_password}
  ALTER ROLE senado_auditor PASSWORD :'auditor_password';
\endif

ALTER ROLE senado_auditor SET default_transaction_read_only = on;
ALTER DATABASE :"DBNAME" OWNER TO senado_owner;
ALTER SCHEMA public OWNER TO senado_owner;
GRANT USAGE ON SCHEMA public TO senado_app, senado_auditor;

ALTER DEFAULT PRIVILEGES FOR ROLE senado_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO senado_app;
ALTER DEFAULT PRIVILEGES FOR ROLE senado_owner IN SCHEMA public
  GRANT USAGE, SELECT ON SEQUENCES TO senado_app;
ALTER DEFAULT PRIVILEGES FOR ROLE senado_owner IN SCHEMA public
  GRANT SELECT ON TABLES TO senado_auditor;

-- Refreshing a materialised view and analysing a table.
ALTER DEFAULT PRIVILEGES FOR ROLE senado_owner IN SCHEMA public
  GRANT MAINTAIN ON TABLES TO senado_app;
