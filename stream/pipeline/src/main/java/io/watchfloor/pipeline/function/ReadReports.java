package io.watchfloor.pipeline.function;

import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.rule.ReadReport;
import io.watchfloor.text.Reading;
import io.watchfloor.text.ReportReader;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Reads each report's words; runs in the source's chain, so that nothing overtakes. */
public final class ReadReports extends RichMapFunction<Report, ReadReport> {
    private static final long serialVersionUID = 1L;

    private transient ReportReader reader;

    @Override
    public void open(OpenContext context) {
        reader = ReportReader.lexicon();
    }

    @Override
    public ReadReport map(Report report) {
        Reading reading = reader.read(report);
        return new ReadReport(report, reading.type(), reading.grade());
    }
}
