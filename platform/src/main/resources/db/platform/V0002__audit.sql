-- Who changed what, each entry bound to all before it by its hash. No code path changes or removes
-- one, the trigger refuses who tries, and the chain shows it if the owner of the table did.
create table audit_entry (
  number        bigint      primary key,
  recorded_at   timestamptz not null,
  actor         text        not null,
  act           text        not null,
  subject       text        not null,
  content       text        not null,
  previous_hash text        not null,
  hash          text        not null
);
create index audit_entry_by_subject on audit_entry (subject, number);

create function refuse_change_of_ledger() returns trigger
  language plpgsql
  as $$
    begin
      raise exception 'Entries of % are final', tg_table_name using errcode = 'integrity_constraint_violation';
    end
  $$;
create trigger audit_entry_is_final before update or delete on audit_entry
  for each row execute function refuse_change_of_ledger();
