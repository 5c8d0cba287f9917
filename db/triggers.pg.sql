-- What the database itself refuses: triggers.sqlite.sql says the same, with the reasons.

create or replace function guard_refuse() returns trigger language plpgsql as $$
begin
  raise exception '%', tg_argv[0] using errcode = 'integrity_constraint_violation';
end $$;

create trigger guard_version_content before update on questionnaire_versions for each row
when (old.state <> 'draft' and (new.questionnaire_id, new.number, new.definition, new.sha256)
  is distinct from (old.questionnaire_id, old.number, old.definition, old.sha256))
execute function guard_refuse('a published version never changes');

create trigger guard_version_state before update on questionnaire_versions for each row
when (old.state <> 'draft' and new.state = 'draft')
execute function guard_refuse('a published version never becomes a draft');

create trigger guard_version_delete before delete on questionnaire_versions for each row
when (old.state <> 'draft')
execute function guard_refuse('a published version is never deleted');

-- A WHEN holds no subquery here, so what a removal of personal details allows is asked in functions.
create or replace function guard_is_cleaned(of_table text, of_row text, of_field text, becomes text)
returns boolean language sql stable as $$
  select exists (select 1 from cleaned_texts c where c.table_name = of_table and c.row_id = of_row
    and c.field = of_field and c.text = becomes)
$$;

create or replace function guard_submission() returns trigger language plpgsql as $$
begin
  if exists (select 1 from reissued_copies r where r.submission_id = old.id
    and r.before_sha256 = old.sha256 and r.after_sha256 = new.sha256)
    and (new.response_id, new.number, new.reference, new.signed_at)
      is not distinct from (old.response_id, old.number, old.reference, old.signed_at)
    and new.snapshot is distinct from old.snapshot and new.sha256 is distinct from old.sha256
  then return new; end if;
  raise exception 'a signed copy never changes' using errcode = 'integrity_constraint_violation';
end $$;

create trigger guard_submission_content before update on submissions for each row
when ((new.response_id, new.number, new.reference, new.snapshot, new.sha256, new.signed_at)
  is distinct from (old.response_id, old.number, old.reference, old.snapshot, old.sha256, old.signed_at))
execute function guard_submission();

create trigger guard_submission_delete before delete on submissions for each row
execute function guard_refuse('a signed copy is never deleted');

create trigger guard_document_content before update on documents for each row
when (old.state = 'ready' and
  (new.state, new.submission_id, new.visit_id, new.confirmation_id, new.bytes, new.sha256, new.pages, new.size, new.certificate_id)
  is distinct from (old.state, old.submission_id, old.visit_id, old.confirmation_id, old.bytes, old.sha256, old.pages, old.size, old.certificate_id))
execute function guard_refuse('a sealed document never changes');

create or replace function guard_document() returns trigger language plpgsql as $$
begin
  if exists (select 1 from withdrawn_documents w
    where w.sha256 = old.sha256 and w.submission_id is not distinct from old.submission_id
    and w.visit_id is not distinct from old.visit_id)
  then return old; end if;
  raise exception 'a sealed document is never deleted' using errcode = 'integrity_constraint_violation';
end $$;

create trigger guard_document_delete before delete on documents for each row
when (old.state = 'ready')
execute function guard_document();

create or replace function guard_sign_off() returns trigger language plpgsql as $$
begin
  if (new.id, new.submission_id, new.user_id, new.kind, new.name, new.title, new.sha256, new.signed_at)
    is distinct from (old.id, old.submission_id, old.user_id, old.kind, old.name, old.title, old.sha256, old.signed_at)
    or (new.reason is distinct from old.reason
      and not guard_is_cleaned('sign_offs', old.id, 'reason', new.reason))
    or (new.declaration is distinct from old.declaration
      and not guard_is_cleaned('sign_offs', old.id, 'declaration', new.declaration))
  then
    raise exception 'a signature never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger guard_sign_off_update before update on sign_offs for each row
execute function guard_sign_off();

create trigger guard_sign_off_delete before delete on sign_offs for each row
execute function guard_refuse('a signature is never deleted');

create or replace function guard_revision() returns trigger language plpgsql as $$
begin
  if (new.id, new.response_id, new.key, new.revision, new.based_on, new.save_id, new.level, new.duty,
      new.help_wanted, new.to_confirm, new.saved_by, new.saved_at)
    is distinct from (old.id, old.response_id, old.key, old.revision, old.based_on, old.save_id, old.level,
      old.duty, old.help_wanted, old.to_confirm, old.saved_by, old.saved_at)
    or (new.commentary is distinct from old.commentary
      and not guard_is_cleaned('answer_revisions', old.id, 'commentary', new.commentary))
    or (new.where_seen is distinct from old.where_seen
      and not guard_is_cleaned('answer_revisions', old.id, 'whereSeen', new.where_seen))
    or (new.duty_note is distinct from old.duty_note
      and not guard_is_cleaned('answer_revisions', old.id, 'dutyNote', new.duty_note))
    or (new.value is distinct from old.value
      and not guard_is_cleaned('answer_revisions', old.id, 'value', new.value))
  then
    raise exception 'an earlier version never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger guard_revision_update before update on answer_revisions for each row
execute function guard_revision();

create or replace function guard_refuse_unless_told() returns trigger language plpgsql as $$
begin
  if exists (select 1 from submissions where submissions.response_id = old.response_id)
    or not exists (select 1 from retention_notices as told where told.kind = 'self-review'
      and told.subject_id = old.response_id and told.outcome = 'removed'
      and told.ended_at - told.told_at >= interval '720 hours') then
    raise exception '%', tg_argv[0] using errcode = 'integrity_constraint_violation';
  end if;
  return old;
end $$;

create trigger guard_revision_delete before delete on answer_revisions for each row
execute function guard_refuse_unless_told('an earlier version is never deleted');

create trigger guard_duty_history_update before update on duty_history for each row
execute function guard_refuse('the history of a duty never changes');

create trigger guard_duty_history_delete before delete on duty_history for each row
execute function guard_refuse('the history of a duty is never deleted');

create trigger guard_audit_update before update on audit_entries for each row
when (old.position is not null or new.position is null or new.hash is null or new.previous_hash is null
  or (new.id, new.at, new.actor_id, new.event, new.school_id, new.organisation_id, new.subject_kind, new.subject_id, new.data)
  is distinct from (old.id, old.at, old.actor_id, old.event, old.school_id, old.organisation_id, old.subject_kind, old.subject_id, old.data))
execute function guard_refuse('an audit entry never changes');

create trigger guard_audit_delete before delete on audit_entries for each row
execute function guard_refuse('an audit entry is never deleted');

create trigger guard_removal_update before update on removals for each row
when ((new.id, new.school_id, new.response_id, new.visit_id, new.scope, new.reason, new.removed_by, new.role, new.removed_at, new.counts)
  is distinct from (old.id, old.school_id, old.response_id, old.visit_id, old.scope, old.reason, old.removed_by, old.role, old.removed_at, old.counts))
execute function guard_refuse('a removal never changes');

create trigger guard_removal_delete before delete on removals for each row
execute function guard_refuse('a removal is never deleted');

create trigger guard_cleaned_text_delete before delete on cleaned_texts for each row
execute function guard_refuse('a cleaned text is never deleted');

create trigger guard_reissued_copy_update before update on reissued_copies for each row
execute function guard_refuse('a copy made again never changes');

create trigger guard_reissued_copy_delete before delete on reissued_copies for each row
execute function guard_refuse('a copy made again is never deleted');

create trigger guard_reissued_record_update before update on reissued_records for each row
execute function guard_refuse('a record made again never changes');

create trigger guard_reissued_record_delete before delete on reissued_records for each row
execute function guard_refuse('a record made again is never deleted');

create trigger guard_withdrawn_document_update before update on withdrawn_documents for each row
execute function guard_refuse('a withdrawn document never changes');

create trigger guard_withdrawn_document_delete before delete on withdrawn_documents for each row
execute function guard_refuse('a withdrawn document is never deleted');

create or replace function guard_visit_record() returns trigger language plpgsql as $$
begin
  if exists (select 1 from reissued_records r where r.visit_id = old.visit_id
    and r.before_sha256 = old.sha256 and r.after_sha256 = new.sha256)
    and (new.visit_id, new.reference, new.agreed_at)
      is not distinct from (old.visit_id, old.reference, old.agreed_at)
    and new.snapshot is not null and new.snapshot is distinct from old.snapshot
  then return new; end if;
  if (new.visit_id, new.reference, new.agreed_at) is distinct from (old.visit_id, old.reference, old.agreed_at)
    or new.snapshot is null or new.sha256 is null
    or new.reviewers_view = '' or new.school_view = '' or new.third_person = ''
    or not exists (select 1 from visits v where v.id = old.visit_id and v.state = 'agreed')
  then
    raise exception 'an agreed record never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger guard_visit_record_content before update on visit_records for each row
when (old.snapshot is not null
  and (new.visit_id, new.reference, new.snapshot, new.sha256, new.agreed_at)
  is distinct from (old.visit_id, old.reference, old.snapshot, old.sha256, old.agreed_at))
execute function guard_visit_record();

create trigger guard_visit_record_delete before delete on visit_records for each row
when (old.snapshot is not null)
execute function guard_refuse('an agreed record is never deleted');

create trigger guard_record_signature_update before update on record_signatures for each row
execute function guard_refuse('a signature never changes');

create trigger guard_record_signature_delete before delete on record_signatures for each row
execute function guard_refuse('a signature is never deleted');

create trigger guard_confirmation_content before update on confirmations for each row
when ((new.id, new.round_id, new.school_id, new.submission_id, new.number, new.reference, new.confirmed_on, new.ends_on,
    new.snapshot, new.sha256, new.confirmed_by, new.confirmed_at)
  is distinct from (old.id, old.round_id, old.school_id, old.submission_id, old.number, old.reference, old.confirmed_on,
    old.ends_on, old.snapshot, old.sha256, old.confirmed_by, old.confirmed_at)
  or (old.state <> 'standing' and new.state is distinct from old.state))
execute function guard_refuse('a confirmation never changes');

create trigger guard_confirmation_delete before delete on confirmations for each row
execute function guard_refuse('a confirmation is never deleted');
