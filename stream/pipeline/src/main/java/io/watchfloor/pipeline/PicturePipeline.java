package io.watchfloor.pipeline;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.pipeline.function.Arrival;
import io.watchfloor.pipeline.function.MergeOperator;
import io.watchfloor.pipeline.function.Observation;
import io.watchfloor.pipeline.function.ReadArrival;
import io.watchfloor.pipeline.function.ReadArrivals;
import io.watchfloor.pipeline.rule.MergeRule;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job {@code intake→picture}: reports and corrections in, incidents out. */
public final class PicturePipeline {
    /** Its name in metrics and checkpoints. */
    public static final String NAME = "picture";

    /** A stream without reports for this long no longer holds back the purging of the others' state. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    /** The names of the district have no time; they hold back nothing. */
    private static final Duration TIMELESS = Duration.ofMillis(1);

    /** For what is rare: no thread of its own looks whether there is something to send. */
    private static final long AT_ONCE = 0;

    /**
     * What goes on from here.
     *
     * @param filed each report with its incident and what was read in it, once, in the order of merging; those that an
     *     officer moved again, with a higher version
     * @param gazetteer the names and cells of the district, again after each import
     */
    public record Streams(DataStream<FiledReport> filed, DataStream<Gazetteer> gazetteer) {}

    private PicturePipeline() {}

    /**
     * The whole graph. One shuffle only, by {@link ReadArrival#key}, and none when there is one operator: all that is
     * merged together comes from one stream in one order, is read in its chain and merged by one operator, so that a
     * replay decides as the first run did. Purging follows the watermark, decisions do not.
     */
    public static Streams define(
            StreamExecutionEnvironment flink,
            Source<Arrival, ?, ?> intake,
            int intakePartitions,
            Source<Gazetteer, ?, ?> names,
            MergeRule rule,
            Sink<Observation> picture) {
        DataStream<Gazetteer> gazetteer = flink.fromSource(
                        names, WatermarkStrategy.<Gazetteer>noWatermarks().withIdleness(TIMELESS), "gazetteer")
                .uid("gazetteer")
                .setParallelism(1)
                .setBufferTimeout(AT_ONCE);
        SingleOutputStreamOperator<ReadArrival> read = flink.fromSource(intake, receivedAt(), "intake")
                .uid("intake")
                .connect(gazetteer.broadcast(ReadArrivals.GAZETTEER))
                .process(new ReadArrivals())
                .name("read")
                .uid("read-arrivals");
        SingleOutputStreamOperator<Observation> merged = byKey(
                        read, arrival -> arrival.key(intakePartitions), flink.getParallelism())
                .transform("merge", TypeInformation.of(Observation.class), new MergeOperator(rule))
                .uid("merge-arrivals");
        merged.sinkTo(picture).name("picture").uid("picture");
        return new Streams(filed(merged), gazetteer);
    }

    /** With one operator there is nowhere to send things: it runs in the reader's chain, and nothing is serialised. */
    private static KeyedStream<ReadArrival, String> byKey(
            DataStream<ReadArrival> read, KeySelector<ReadArrival, String> key, int parallelism) {
        return parallelism == 1
                ? DataStreamUtils.reinterpretAsKeyedStream(read, key, Types.STRING)
                : read.keyBy(key, Types.STRING);
    }

    private static DataStream<FiledReport> filed(DataStream<Observation> merged) {
        return merged.filter(observation -> Objects.nonNull(observation.filed()))
                .name("filed only")
                .uid("filed-only")
                .map(Observation::filed, TypeInformation.of(FiledReport.class))
                .name("filed")
                .uid("filed");
    }

    private static WatermarkStrategy<Arrival> receivedAt() {
        return WatermarkStrategy.<Arrival>forMonotonousTimestamps()
                .withTimestampAssigner(
                        (arrival, writtenAtMillis) -> arrival.at().toEpochMilli())
                .withIdleness(IDLE);
    }
}
