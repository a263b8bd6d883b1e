-- The ledger: who was told of what, and who was not. One chain for each handling level, so that
-- whoever may see a level can verify all of it and learns nothing of the others.
create table ledger_entry (
  chain         text   not null check (chain in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  number        bigint not null,
  content       text   not null,
  previous_hash text   not null,
  hash          text   not null,
  primary key (chain, number)
);
alter table ledger_entry enable row level security;
create policy clearance on ledger_entry using (cleared_for(chain)) with check (true);
create trigger ledger_entry_is_final before update or delete on ledger_entry
  for each row execute function refuse_change_of_ledger();
create trigger ledger_stays before truncate on ledger_entry
  for each statement execute function refuse_change_of_ledger();

-- Entries as their transactions wrote them; one sealer moves them into the chains, in this order.
create table ledger_pending (
  id      bigint generated always as identity primary key,
  chain   text   not null check (chain in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  content text   not null
);

-- Who stands behind an opaque id; erasing the row erases the person and leaves every entry.
create table ledger_person (
  id   uuid primary key,
  name text not null unique
);
