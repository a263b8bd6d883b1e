-- People are written down by an opaque id, and their names in ledger_person alone, so that a person
-- can be erased. What was stored under names before is rewritten here; entries of the audit ledger
-- are final, and those from before this migration go on naming who acted.
insert into ledger_person (id, name)
select gen_random_uuid(), name from (
  select acknowledged_by as name from alert
  union select owner from subscription
  union select author from silence
  union select ended_by from silence
  union select created_by from rule_version where created_by <> 'shipped') known
where name <> ''
on conflict do nothing;

-- Texts that said a name: acknowledgements, and what reminded of a silence.
update alert_event e set evidence = replace(e.evidence, '"by":' || to_json(p.name)::text, '"by":"' || p.id || '"')
from alert a join ledger_person p on p.name = a.acknowledged_by
where e.alert_id = a.id and e.change = 'ACKNOWLEDGED';
do $$
  declare p record;
  begin
    for p in select distinct l.id::text as id, l.name from ledger_person l join silence s on s.author = l.name loop
      update alert set title = replace(title, p.name, p.id), body = replace(body, p.name, p.id),
        translations = replace(translations, p.name, p.id)
      where kind = 'SILENCE';
      update alert_event e set payload = replace(payload, p.name, p.id), evidence = replace(evidence, p.name, p.id)
      from alert a where a.id = e.alert_id and a.kind = 'SILENCE';
      update signal_log set signal = replace(signal, p.name, p.id) where kind = 'SILENCE';
    end loop;
  end
$$;

update alert a set acknowledged_by = p.id from ledger_person p where p.name = a.acknowledged_by;
update silence s set author = p.id from ledger_person p where p.name = s.author;
update silence s set ended_by = p.id from ledger_person p where p.name = s.ended_by;
alter table alert alter column acknowledged_by type uuid using acknowledged_by::uuid;
alter table silence
  alter column author type uuid using author::uuid,
  alter column ended_by type uuid using ended_by::uuid;

-- Nobody owns what has ended; nobody wrote what was shipped.
alter table subscription alter column owner drop not null;
update subscription s set owner = (select p.id from ledger_person p where p.name = s.owner);
alter table subscription alter column owner type uuid using owner::uuid;
create index subscription_owner on subscription (owner) where state <> 'DELETED';
alter table rule_version alter column created_by drop not null;
update rule_version v set created_by = (select p.id from ledger_person p where p.name = v.created_by);
alter table rule_version alter column created_by type uuid using created_by::uuid;

-- Answers under idempotency keys hold names, and are kept for a day only.
delete from idempotency_key;
