package vn.edu.privacy.consent.consent.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.consent.application.Proof;
import vn.edu.privacy.consent.consent.application.Recorded;

/** From the core to what callers read. */
@Mapper
interface RecordedDecisionMapper {

    @Mapping(target = "decisionId", source = "entry.decisionId")
    @Mapping(target = "receiptId", source = "entry.decisionId")
    @Mapping(target = "seq", source = "entry.seq")
    @Mapping(target = "purpose", source = "entry.key.purpose")
    @Mapping(target = "decision", source = "entry.kind")
    @Mapping(target = "decidedAt", source = "entry.decidedAt")
    @Mapping(target = "record", source = ".")
    RecordedDecisionsResponse.Item item(Recorded recorded);

    @Mapping(target = "entryId", source = "entry.decisionId")
    @Mapping(target = "seq", source = "entry.seq")
    @Mapping(target = "purpose", source = "entry.key.purpose")
    @Mapping(target = "kind", source = "entry.kind")
    @Mapping(target = "recordedAt", source = "entry.decidedAt")
    @Mapping(target = "record", source = ".")
    RecordedActResponse act(Recorded recorded);

    @Mapping(target = "id", source = "entry.recordId")
    @Mapping(target = "period", source = "entry.key.period")
    @Mapping(target = "state", source = "record.state")
    @Mapping(target = "answer", expression = "java(recorded.record().answer())")
    @Mapping(target = "consentEnds", source = "record.permitUntil")
    RecordedDecisionsResponse.Standing standing(Recorded recorded);

    @Mapping(target = "seq", source = "entry.seq")
    @Mapping(target = "decisionId", source = "entry.decisionId")
    @Mapping(target = "schoolId", source = "entry.key.schoolId")
    @Mapping(target = "purpose", source = "entry.key.purpose")
    @Mapping(target = "purposeVersion", source = "entry.purposeVersion")
    @Mapping(target = "period", source = "entry.key.period")
    @Mapping(target = "decision", source = "entry.kind")
    @Mapping(target = "party", source = "entry.party")
    @Mapping(target = "capacity", source = "entry.capacity")
    @Mapping(target = "method", source = "entry.method")
    @Mapping(target = "noticeId", source = "entry.noticeId")
    @Mapping(target = "language", source = "entry.language")
    @Mapping(target = "requestId", source = "entry.requestId")
    @Mapping(target = "target", source = "entry.particulars.target")
    @Mapping(target = "enteredBy", source = "entry.particulars.enteredBy")
    @Mapping(target = "expressedOn", source = "entry.particulars.expressedOn")
    @Mapping(target = "reference", source = "entry.particulars.reference")
    @Mapping(target = "lastDay", source = "entry.particulars.lastDay")
    @Mapping(target = "representation", source = "entry.mandate.representation")
    @Mapping(target = "representative", source = "entry.mandate.representative")
    @Mapping(target = "decidedAt", source = "entry.decidedAt")
    LedgerResponse.Entry ledgerEntry(Proof.Link link);

    @Mapping(target = "receiptId", source = "entry.decisionId")
    @Mapping(target = "personId", source = "entry.party")
    @Mapping(target = "decision", source = "entry.kind")
    @Mapping(target = "mine", source = "mine")
    @Mapping(target = "representative", source = "entry.mandate.representative")
    @Mapping(target = "correctedBy", source = "correctedBy")
    ConsentsResponse.PartyDecision partyDecision(LedgerEntry entry, boolean mine, @Nullable UUID correctedBy);
}
