package io.watchfloor.pipeline.io;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.Correction;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportProblem;
import io.watchfloor.pipeline.function.Arrival;
import io.watchfloor.pipeline.rule.ReportChecks;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Intake streams carry reports, between them officers' corrections, and nothing else. */
public final class IntakeFormat implements EntryFormat<Arrival> {
    private static final long serialVersionUID = 1L;

    private final String world;

    public IntakeFormat(String world) {
        this.world = world;
    }

    @Override
    public Optional<Arrival> read(StreamEntry entry) throws PoisonEntryException {
        if (entry.isOfKind(MessageKind.CORRECTION.wireName())) {
            Correction correction = MessageReading.read(entry, Correction.class);
            refuse(ReportChecks.findProblem(correction, world), null);
            return Optional.of(new Arrival(null, correction));
        }
        Report report = MessageReading.read(entry, Report.class);
        refuse(ReportChecks.findProblem(report, world), report.source());
        return Optional.of(new Arrival(report, null, entry.isOfKind(Channels.FED_AGAIN_KIND)));
    }

    private static void refuse(Optional<ReportProblem> problem, String source) throws PoisonEntryException {
        if (problem.isPresent()) {
            throw new PoisonEntryException(problem.get(), source);
        }
    }

    @Override
    public TypeInformation<Arrival> type() {
        return TypeInformation.of(Arrival.class);
    }
}
