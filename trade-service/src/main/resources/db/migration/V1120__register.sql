-- What stewards keep by hand, such as stocks in days of imports: append-only, a change closes a row
-- and adds one. The document is the entry as it was given.
create table register_entry (
  kind          text   not null,
  id            text   not null,
  document      jsonb  not null,
  from_revision bigint not null,
  to_revision   bigint
);
create unique index register_entry_open on register_entry (kind, id) where to_revision is null;
create index register_entry_history on register_entry (kind, id, from_revision);
