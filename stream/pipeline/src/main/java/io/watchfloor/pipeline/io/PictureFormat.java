package io.watchfloor.pipeline.io;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.pipeline.function.Observation;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Of all that is on the picture stream, what the pipeline itself has observed; decisions are skipped unread. */
public final class PictureFormat implements EntryFormat<Observation> {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<Observation> read(StreamEntry entry) throws PoisonEntryException {
        if (entry.isOfKind(MessageKind.OBSERVED_INCIDENT.wireName())) {
            return Optional.of(new Observation(MessageReading.read(entry, ObservedIncident.class), null));
        }
        if (entry.isOfKind(MessageKind.FILED_REPORT.wireName())) {
            return Optional.of(new Observation(null, MessageReading.read(entry, FiledReport.class)));
        }
        return Optional.empty();
    }

    @Override
    public TypeInformation<Observation> type() {
        return TypeInformation.of(Observation.class);
    }
}
