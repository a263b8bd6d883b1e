-- What the current transactions come to, by project, day and kind: kept by the database with every
-- statement that writes transactions, so that no answer has to read them one by one. Derived: the
-- ledger is money_transaction. A duplicate is a report of an event that another report counts.
create table money_day (
  project_id      text    not null,
  value_date      date    not null,
  type            text    not null,
  currency        text    not null,
  financier_scope text    not null,
  handling        text    not null,
  duplicate       boolean not null,
  amount          numeric not null,
  entries         bigint  not null,
  primary key (project_id, value_date, type, currency, financier_scope, handling, duplicate)
);

insert into money_day
select project_id, value_date, type, currency, financier_scope, handling, same_as is not null,
       sum(amount), count(*)
from money_transaction where to_revision is null
group by 1, 2, 3, 4, 5, 6, 7;

-- Read by everybody within their clearance, written by the triggers alone.
alter table money_day enable row level security;
create policy clearance on money_day for select using (cleared_for(handling));

create function money_day_added() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  insert into money_day
  select project_id, value_date, type, currency, financier_scope, handling, same_as is not null,
         sum(amount), count(*)
  from added where to_revision is null
  group by 1, 2, 3, 4, 5, 6, 7
  on conflict (project_id, value_date, type, currency, financier_scope, handling, duplicate)
  do update set amount = money_day.amount + excluded.amount,
                entries = money_day.entries + excluded.entries;
  return null;
end $$;
create trigger money_day_added after insert on money_transaction
  referencing new table as added
  for each statement execute function money_day_added();

create function money_day_closed() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  insert into money_day
  select project_id, value_date, type, currency, financier_scope, handling, same_as is not null,
         -sum(amount), -count(*)
  from closed where to_revision is not null
  group by 1, 2, 3, 4, 5, 6, 7
  on conflict (project_id, value_date, type, currency, financier_scope, handling, duplicate)
  do update set amount = money_day.amount + excluded.amount,
                entries = money_day.entries + excluded.entries;
  delete from money_day where entries = 0 and project_id in (select project_id from closed);
  return null;
end $$;
create trigger money_day_closed after update on money_transaction
  referencing new table as closed
  for each statement execute function money_day_closed();
