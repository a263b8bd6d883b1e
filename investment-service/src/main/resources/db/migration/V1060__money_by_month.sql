-- What money_day comes to by month, with the first and last day of money in it: an answer reads a
-- row a month, and the days only of a month that a cut-off date divides. Derived, kept as money_day
-- is: by the database with every statement that writes transactions.
create table money_month (
  project_id      text    not null,
  month           date    not null,
  type            text    not null,
  currency        text    not null,
  financier_scope text    not null,
  handling        text    not null,
  duplicate       boolean not null,
  first_on        date    not null,
  last_on         date    not null,
  amount          numeric not null,
  entries         bigint  not null,
  primary key (project_id, month, type, currency, financier_scope, handling, duplicate)
);

insert into money_month
select project_id, date_trunc('month', value_date)::date, type, currency, financier_scope, handling,
       duplicate, min(value_date), max(value_date), sum(amount), sum(entries)
from money_day
group by 1, 2, 3, 4, 5, 6, 7;

alter table money_month enable row level security;
create policy clearance on money_month for select using (cleared_for(handling));

create function money_month_added() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  insert into money_month
  select project_id, date_trunc('month', value_date)::date, type, currency, financier_scope,
         handling, same_as is not null, min(value_date), max(value_date), sum(amount), count(*)
  from added where to_revision is null
  group by 1, 2, 3, 4, 5, 6, 7
  on conflict (project_id, month, type, currency, financier_scope, handling, duplicate)
  do update set first_on = least(money_month.first_on, excluded.first_on),
                last_on = greatest(money_month.last_on, excluded.last_on),
                amount = money_month.amount + excluded.amount,
                entries = money_month.entries + excluded.entries;
  return null;
end $$;
create trigger money_month_added after insert on money_transaction
  referencing new table as added
  for each statement execute function money_month_added();

-- Triggers run in the order of their names: the days are up to date by now.
create function money_month_closed() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  insert into money_month
  select touched.project_id, touched.month, touched.type, touched.currency,
         touched.financier_scope, touched.handling, touched.duplicate,
         coalesce(min(day.value_date), touched.month), coalesce(max(day.value_date), touched.month),
         coalesce(sum(day.amount), 0), coalesce(sum(day.entries), 0)
  from (
    select distinct project_id, date_trunc('month', value_date)::date as month, type, currency,
           financier_scope, handling, same_as is not null as duplicate
    from closed where to_revision is not null) touched
  left join money_day day on (day.project_id, day.type, day.currency, day.financier_scope,
      day.handling, day.duplicate) = (touched.project_id, touched.type, touched.currency,
      touched.financier_scope, touched.handling, touched.duplicate)
    and day.value_date >= touched.month and day.value_date < touched.month + interval '1 month'
  group by 1, 2, 3, 4, 5, 6, 7
  on conflict (project_id, month, type, currency, financier_scope, handling, duplicate)
  do update set first_on = excluded.first_on, last_on = excluded.last_on,
                amount = excluded.amount, entries = excluded.entries;
  delete from money_month where entries = 0 and project_id in (select project_id from closed);
  return null;
end $$;
create trigger money_month_closed after update on money_transaction
  referencing new table as closed
  for each statement execute function money_month_closed();
