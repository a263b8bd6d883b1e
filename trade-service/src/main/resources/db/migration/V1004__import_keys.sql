-- An import sent again under the same Idempotency-Key is the first one.
alter table trade_import add column caller text, add column idempotency_key text;
create unique index trade_import_key on trade_import (caller, idempotency_key)
  where idempotency_key is not null;
