-- What the database itself refuses (design.md decisions 5, 6, 11). Every trigger's name starts with guard_:
-- migrate drops those before it changes tables and makes them again after. triggers.pg.sql says the same.

create trigger guard_version_content before update of questionnaire_id, number, definition, sha256 on questionnaire_versions
when old.state <> 'draft' and (new.questionnaire_id is not old.questionnaire_id or new.number is not old.number
  or new.definition is not old.definition or new.sha256 is not old.sha256)
begin select raise(abort, 'a published version never changes'); end;

create trigger guard_version_state before update of state on questionnaire_versions
when old.state <> 'draft' and new.state = 'draft'
begin select raise(abort, 'a published version never becomes a draft'); end;

create trigger guard_version_delete before delete on questionnaire_versions
when old.state <> 'draft'
begin select raise(abort, 'a published version is never deleted'); end;

-- Removing personal details (decision 11) will replace a snapshot and withdraw its copy: it needs its own,
-- recorded way past this trigger and past guard_revision_update.
create trigger guard_submission_content before update of response_id, number, reference, snapshot, sha256, signed_at on submissions
when new.response_id is not old.response_id or new.number is not old.number or new.reference is not old.reference
  or new.snapshot is not old.snapshot or new.sha256 is not old.sha256 or new.signed_at is not old.signed_at
begin select raise(abort, 'a signed copy never changes'); end;

create trigger guard_submission_delete before delete on submissions
begin select raise(abort, 'a signed copy is never deleted'); end;

create trigger guard_document_content before update on documents
when old.state = 'ready' and (new.state is not 'ready' or new.submission_id is not old.submission_id
  or new.bytes is not old.bytes or new.sha256 is not old.sha256 or new.pages is not old.pages
  or new.size is not old.size or new.certificate_id is not old.certificate_id)
begin select raise(abort, 'a sealed document never changes'); end;

create trigger guard_document_delete before delete on documents
when old.state = 'ready'
begin select raise(abort, 'a sealed document is never deleted'); end;

create trigger guard_sign_off_update before update on sign_offs
begin select raise(abort, 'a signature never changes'); end;

create trigger guard_sign_off_delete before delete on sign_offs
begin select raise(abort, 'a signature is never deleted'); end;

create trigger guard_revision_update before update on answer_revisions
begin select raise(abort, 'an earlier version never changes'); end;

-- Only with a whole self-review that was never signed, by its school's own choice, 30 days (in milliseconds) after
-- the school was told (docs/decisions, retention).
create trigger guard_revision_delete before delete on answer_revisions
when exists (select 1 from submissions where submissions.response_id = old.response_id)
  or not exists (select 1 from retention_notices as told where told.kind = 'self-review'
    and told.subject_id = old.response_id and told.outcome = 'removed' and told.ended_at - told.told_at >= 2592000000)
begin select raise(abort, 'an earlier version is never deleted'); end;

create trigger guard_duty_history_update before update on duty_history
begin select raise(abort, 'the history of a duty never changes'); end;

create trigger guard_duty_history_delete before delete on duty_history
begin select raise(abort, 'the history of a duty is never deleted'); end;

-- The sealer fills position, previous_hash and hash once; nothing else ever changes.
create trigger guard_audit_update before update on audit_entries
when old.position is not null or new.position is null or new.hash is null or new.previous_hash is null
  or new.id is not old.id or new.at is not old.at or new.actor_id is not old.actor_id
  or new.event is not old.event or new.school_id is not old.school_id
  or new.organisation_id is not old.organisation_id or new.subject_kind is not old.subject_kind
  or new.subject_id is not old.subject_id or new.data is not old.data
begin select raise(abort, 'an audit entry never changes'); end;

create trigger guard_audit_delete before delete on audit_entries
begin select raise(abort, 'an audit entry is never deleted'); end;
