package io.watchfloor.graph.desk;

import io.watchfloor.contract.Absence;
import io.watchfloor.contract.AbsenceReason;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskTransaction;
import io.watchfloor.graph.decision.LockedPerson;
import io.watchfloor.graph.decision.Refusals;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Who is signed off and back: by an officer, or by itself when the time has come. */
final class AbsenceDesk {
    private final DeskTransaction desk;

    AbsenceDesk(DeskTransaction desk) {
        this.desk = desk;
    }

    DeskResult signOff(String personId, AbsenceReason reason, String note, Instant until, String actor) {
        String words = note == null || note.isBlank() ? null : note.strip();
        DeskAction action = on("sign-off", personId, actor, said(reason, words, until));
        LockedPerson person = desk.lockPerson(personId).orElse(null);
        if (person == null) {
            return desk.refuse(action, Refusals.personUnknown(personId));
        }
        PersonStatus from = person.status();
        if (from.availability() == Availability.ASSIGNED) {
            Assignment holding = desk.findAssignment(from.assignmentId()).orElseThrow();
            return desk.refuse(action, Refusals.personTaken(person, holding, desk.findAddress(holding.incidentId())));
        }
        if (reason == AbsenceReason.OTHER && words == null) {
            return desk.refuse(action, Refusals.reasonNeeded());
        }
        if (until != null && !until.isAfter(desk.now())) {
            return desk.refuse(action, DutyRefusals.untilIsOver());
        }
        return isSame(from.absence(), reason, words, until)
                ? DeskResult.done(null, null, from)
                : settle(action, from.signedOff(new Absence(reason, words, until, actor, desk.now()), desk.now()));
    }

    DeskResult signOn(String personId, String actor) {
        DeskAction action = on("sign-on", personId, actor, null);
        LockedPerson person = desk.lockPerson(personId).orElse(null);
        if (person == null) {
            return desk.refuse(action, Refusals.personUnknown(personId));
        }
        return person.status().availability() == Availability.UNAVAILABLE
                ? settle(action, person.status().free(desk.now()))
                : DeskResult.done(null, null, person.status());
    }

    /** On behalf of who signed them off. */
    DeskResult end(String personId) {
        LockedPerson person = desk.lockPerson(personId).orElse(null);
        if (person == null) {
            return Refusals.personUnknown(personId);
        }
        Absence absence = person.status().absence();
        boolean due = person.status().availability() == Availability.UNAVAILABLE
                && absence != null
                && absence.until() != null
                && !desk.now().isBefore(absence.until());
        return due
                ? settle(
                        on("absence-end", personId, absence.by(), null),
                        person.status().free(desk.now()))
                : DeskResult.done(null, null, person.status());
    }

    private DeskResult settle(DeskAction action, PersonStatus to) {
        DeskResult result = DeskResult.done(null, null, to);
        desk.record(action, result, List.of(to));
        return result;
    }

    private static boolean isSame(Absence known, AbsenceReason reason, String note, Instant until) {
        return known != null
                && known.reason() == reason
                && Objects.equals(known.note(), note)
                && Objects.equals(known.until(), until);
    }

    private static String said(AbsenceReason reason, String note, Instant until) {
        return reason.name() + (note == null ? "" : ": " + note) + (until == null ? "" : " → " + until);
    }

    private static DeskAction on(String name, String personId, String actor, String note) {
        return new DeskAction(name, actor, null, null, personId, note, null);
    }
}
