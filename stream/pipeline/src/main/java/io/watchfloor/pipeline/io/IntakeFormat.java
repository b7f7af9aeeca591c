package io.watchfloor.pipeline.io;

import io.watchfloor.contract.Report;
import io.watchfloor.contract.ReportProblem;
import io.watchfloor.pipeline.rule.ReportChecks;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Intake streams carry reports and nothing else. */
public final class IntakeFormat implements EntryFormat<Report> {
    private static final long serialVersionUID = 1L;

    private final String world;

    public IntakeFormat(String world) {
        this.world = world;
    }

    @Override
    public Optional<Report> read(StreamEntry entry) throws PoisonEntryException {
        Report report = MessageReading.read(entry, Report.class);
        Optional<ReportProblem> problem = ReportChecks.findProblem(report, world);
        if (problem.isPresent()) {
            throw new PoisonEntryException(problem.get(), report.source());
        }
        return Optional.of(report);
    }

    @Override
    public TypeInformation<Report> type() {
        return TypeInformation.of(Report.class);
    }
}
