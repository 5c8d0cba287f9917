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

-- Removing personal details (docs/decisions/0013-removing-personal-details.md) is the only way past these. It is
-- bound to what is recorded first: a text may become what cleaned_texts says of that row and column and nothing
-- else, a snapshot what reissued_copies says comes after the one that stands, and a sealed document may go once
-- withdrawn_documents keeps its hash.
create trigger guard_submission_content before update of response_id, number, reference, snapshot, sha256, signed_at on submissions
when new.response_id is not old.response_id or new.number is not old.number or new.reference is not old.reference
  or new.signed_at is not old.signed_at
  or ((new.snapshot is not old.snapshot or new.sha256 is not old.sha256)
    and (new.snapshot is old.snapshot or new.sha256 is old.sha256
      or not exists (select 1 from reissued_copies r where r.submission_id = old.id
        and r.before_sha256 = old.sha256 and r.after_sha256 = new.sha256)))
begin select raise(abort, 'a signed copy never changes'); end;

create trigger guard_submission_delete before delete on submissions
begin select raise(abort, 'a signed copy is never deleted'); end;

create trigger guard_document_content before update on documents
when old.state = 'ready' and (new.state is not 'ready' or new.submission_id is not old.submission_id
  or new.visit_id is not old.visit_id or new.confirmation_id is not old.confirmation_id or new.bytes is not old.bytes or new.sha256 is not old.sha256 or new.pages is not old.pages
  or new.size is not old.size or new.certificate_id is not old.certificate_id)
begin select raise(abort, 'a sealed document never changes'); end;

create trigger guard_document_delete before delete on documents
when old.state = 'ready' and not exists (select 1 from withdrawn_documents w
  where w.sha256 = old.sha256 and w.submission_id is old.submission_id and w.visit_id is old.visit_id)
begin select raise(abort, 'a sealed document is never deleted'); end;

create trigger guard_sign_off_update before update on sign_offs
when new.id is not old.id or new.submission_id is not old.submission_id or new.user_id is not old.user_id
  or new.kind is not old.kind or new.name is not old.name or new.title is not old.title
  or new.sha256 is not old.sha256 or new.signed_at is not old.signed_at
  or (new.reason is not old.reason and not exists (select 1 from cleaned_texts c
    where c.table_name = 'sign_offs' and c.row_id = old.id and c.field = 'reason' and c.text = new.reason))
  or (new.declaration is not old.declaration and not exists (select 1 from cleaned_texts c
    where c.table_name = 'sign_offs' and c.row_id = old.id and c.field = 'declaration' and c.text = new.declaration))
begin select raise(abort, 'a signature never changes'); end;

create trigger guard_sign_off_delete before delete on sign_offs
begin select raise(abort, 'a signature is never deleted'); end;

create trigger guard_revision_update before update on answer_revisions
when new.id is not old.id or new.response_id is not old.response_id or new.key is not old.key
  or new.revision is not old.revision or new.based_on is not old.based_on or new.save_id is not old.save_id
  or new.level is not old.level or new.duty is not old.duty or new.help_wanted is not old.help_wanted
  or new.to_confirm is not old.to_confirm or new.saved_by is not old.saved_by or new.saved_at is not old.saved_at
  or (new.commentary is not old.commentary and not exists (select 1 from cleaned_texts c
    where c.table_name = 'answer_revisions' and c.row_id = old.id and c.field = 'commentary' and c.text = new.commentary))
  or (new.where_seen is not old.where_seen and not exists (select 1 from cleaned_texts c
    where c.table_name = 'answer_revisions' and c.row_id = old.id and c.field = 'whereSeen' and c.text = new.where_seen))
  or (new.duty_note is not old.duty_note and not exists (select 1 from cleaned_texts c
    where c.table_name = 'answer_revisions' and c.row_id = old.id and c.field = 'dutyNote' and c.text = new.duty_note))
  or (new.value is not old.value and not exists (select 1 from cleaned_texts c
    where c.table_name = 'answer_revisions' and c.row_id = old.id and c.field = 'value' and c.text = new.value))
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

-- What was removed, when and by whom stays. A later removal may clean its note and its texts once more.
create trigger guard_removal_update before update on removals
when new.id is not old.id or new.school_id is not old.school_id or new.response_id is not old.response_id
  or new.visit_id is not old.visit_id or new.scope is not old.scope or new.reason is not old.reason or new.removed_by is not old.removed_by
  or new.role is not old.role or new.removed_at is not old.removed_at or new.counts is not old.counts
begin select raise(abort, 'a removal never changes'); end;

create trigger guard_removal_delete before delete on removals
begin select raise(abort, 'a removal is never deleted'); end;

create trigger guard_cleaned_text_delete before delete on cleaned_texts
begin select raise(abort, 'a cleaned text is never deleted'); end;

create trigger guard_reissued_copy_update before update on reissued_copies
begin select raise(abort, 'a copy made again never changes'); end;

create trigger guard_reissued_copy_delete before delete on reissued_copies
begin select raise(abort, 'a copy made again is never deleted'); end;

create trigger guard_reissued_record_update before update on reissued_records
begin select raise(abort, 'a record made again never changes'); end;

create trigger guard_reissued_record_delete before delete on reissued_records
begin select raise(abort, 'a record made again is never deleted'); end;

create trigger guard_withdrawn_document_update before update on withdrawn_documents
begin select raise(abort, 'a withdrawn document never changes'); end;

create trigger guard_withdrawn_document_delete before delete on withdrawn_documents
begin select raise(abort, 'a withdrawn document is never deleted'); end;

-- A record of a visit is frozen when it is agreed. It may change when an agreed one closes with both views, which adds
-- them (docs/decisions/0019-the-record-of-a-visit.md), and to what reissued_records says comes after the one that
-- stands, as a signed copy does.
create trigger guard_visit_record_content before update of visit_id, reference, snapshot, sha256, agreed_at on visit_records
when old.snapshot is not null
  and (new.visit_id is not old.visit_id or new.reference is not old.reference or new.snapshot is not old.snapshot
    or new.sha256 is not old.sha256 or new.agreed_at is not old.agreed_at)
  and (new.visit_id is not old.visit_id or new.reference is not old.reference or new.agreed_at is not old.agreed_at
    or new.snapshot is null or new.sha256 is null
    or new.reviewers_view = '' or new.school_view = '' or new.third_person = ''
    or not exists (select 1 from visits v where v.id = old.visit_id and v.state = 'agreed'))
  and (new.visit_id is not old.visit_id or new.reference is not old.reference or new.agreed_at is not old.agreed_at
    or new.snapshot is null or new.snapshot is old.snapshot
    or not exists (select 1 from reissued_records r where r.visit_id = old.visit_id
      and r.before_sha256 = old.sha256 and r.after_sha256 = new.sha256))
begin select raise(abort, 'an agreed record never changes'); end;

create trigger guard_visit_record_delete before delete on visit_records
when old.snapshot is not null
begin select raise(abort, 'an agreed record is never deleted'); end;

create trigger guard_record_signature_update before update on record_signatures
begin select raise(abort, 'a signature never changes'); end;

create trigger guard_record_signature_delete before delete on record_signatures
begin select raise(abort, 'a signature is never deleted'); end;

-- What was confirmed, until when and of which copy stays; how it stands, its reason and its reminder move.
create trigger guard_confirmation_content before update on confirmations
when new.id is not old.id or new.round_id is not old.round_id or new.school_id is not old.school_id
  or new.submission_id is not old.submission_id or new.number is not old.number or new.reference is not old.reference
  or new.confirmed_on is not old.confirmed_on or new.ends_on is not old.ends_on or new.snapshot is not old.snapshot
  or new.sha256 is not old.sha256 or new.confirmed_by is not old.confirmed_by or new.confirmed_at is not old.confirmed_at
  or (old.state <> 'standing' and new.state is not old.state)
begin select raise(abort, 'a confirmation never changes'); end;

create trigger guard_confirmation_delete before delete on confirmations
begin select raise(abort, 'a confirmation is never deleted'); end;
