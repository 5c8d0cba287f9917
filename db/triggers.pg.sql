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

create trigger guard_submission_content before update on submissions for each row
when ((new.response_id, new.number, new.reference, new.snapshot, new.sha256, new.signed_at)
  is distinct from (old.response_id, old.number, old.reference, old.snapshot, old.sha256, old.signed_at))
execute function guard_refuse('a signed copy never changes');

create trigger guard_submission_delete before delete on submissions for each row
execute function guard_refuse('a signed copy is never deleted');

create trigger guard_document_content before update on documents for each row
when (old.state = 'ready' and
  (new.state, new.submission_id, new.bytes, new.sha256, new.pages, new.size, new.certificate_id)
  is distinct from (old.state, old.submission_id, old.bytes, old.sha256, old.pages, old.size, old.certificate_id))
execute function guard_refuse('a sealed document never changes');

create trigger guard_document_delete before delete on documents for each row
when (old.state = 'ready')
execute function guard_refuse('a sealed document is never deleted');

create trigger guard_sign_off_update before update on sign_offs for each row
execute function guard_refuse('a signature never changes');

create trigger guard_sign_off_delete before delete on sign_offs for each row
execute function guard_refuse('a signature is never deleted');

create trigger guard_revision_update before update on answer_revisions for each row
execute function guard_refuse('an earlier version never changes');

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
