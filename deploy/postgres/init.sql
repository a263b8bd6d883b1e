-- Databases and roles of the three services. Passwords come from the environment of psql; run it as a
-- superuser, as often as you like: it creates what is missing and sets passwords and rights anew.
\set ON_ERROR_STOP on
\getenv owner_password ECOSEC_TRADE_OWNER_PASSWORD
\getenv app_password ECOSEC_TRADE_APP_PASSWORD
\set name trade
\ir service.psql
\getenv owner_password ECOSEC_INVESTMENT_OWNER_PASSWORD
\getenv app_password ECOSEC_INVESTMENT_APP_PASSWORD
\set name investment
\ir service.psql
\getenv owner_password ECOSEC_ALERTS_OWNER_PASSWORD
\getenv app_password ECOSEC_ALERTS_APP_PASSWORD
\set name alerts
\ir service.psql
