create table sample (
  id       text primary key,
  title    text not null,
  amount   numeric not null,
  handling text not null default 'PUBLIC'
);
alter table sample enable row level security;
create policy clearance on sample using (cleared_for(handling)) with check (true);
