package io.watchfloor.pipeline.io;

import io.watchfloor.contract.MessageKind;
import io.watchfloor.pipeline.duty.DutyInput;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Of all that is on the picture stream, what time limits and measures hang on; the rest is skipped unread. */
public final class DutyFormat implements EntryFormat<DutyInput> {
    private static final long serialVersionUID = 1L;

    private static final List<MessageKind> KINDS = List.of(
            MessageKind.OBSERVED_INCIDENT,
            MessageKind.INCIDENT_DECISION,
            MessageKind.ASSIGNMENT,
            MessageKind.ALERT,
            MessageKind.ESCALATION,
            MessageKind.MEASURE,
            MessageKind.ALARM_HEALTH);

    @Override
    public Optional<DutyInput> read(StreamEntry entry) throws PoisonEntryException {
        for (MessageKind kind : KINDS) {
            if (entry.isOfKind(kind.wireName())) {
                return Optional.of(DutyInput.of(entry.id().getTime(), MessageReading.read(entry, kind.type())));
            }
        }
        return Optional.empty();
    }

    @Override
    public TypeInformation<DutyInput> type() {
        return TypeInformation.of(DutyInput.class);
    }
}
