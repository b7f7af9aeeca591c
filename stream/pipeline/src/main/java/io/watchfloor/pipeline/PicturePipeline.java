package io.watchfloor.pipeline;

import io.watchfloor.contract.IntakePartition;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.function.MergeReports;
import io.watchfloor.pipeline.function.Observation;
import io.watchfloor.pipeline.function.ReadReports;
import io.watchfloor.pipeline.rule.MergeRule;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job {@code intake→picture}: reports in, incidents out. */
public final class PicturePipeline {
    /** Its name in metrics and checkpoints. */
    public static final String NAME = "picture";

    /** A stream without reports for this long no longer holds back the purging of the others' state. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    private PicturePipeline() {}

    /**
     * The whole graph. One shuffle only, by region: all reports of a region come from one stream in one order, are read
     * in its chain and merged by one operator, so that a replay decides as the first run did. Purging follows the
     * watermark, decisions do not.
     */
    public static void define(
            StreamExecutionEnvironment flink, Source<Report, ?, ?> intake, MergeRule rule, Sink<Observation> picture) {
        flink.fromSource(intake, receivedAt(), "intake")
                .uid("intake")
                .map(new ReadReports())
                .name("read")
                .uid("read")
                .keyBy(read -> IntakePartition.regionOf(read.report()), Types.STRING)
                .process(new MergeReports(rule))
                .name("merge")
                .uid("merge")
                .sinkTo(picture)
                .name("picture")
                .uid("picture");
    }

    private static WatermarkStrategy<Report> receivedAt() {
        return WatermarkStrategy.<Report>forMonotonousTimestamps()
                .withTimestampAssigner(
                        (report, writtenAtMillis) -> report.receivedAt().toEpochMilli())
                .withIdleness(IDLE);
    }
}
