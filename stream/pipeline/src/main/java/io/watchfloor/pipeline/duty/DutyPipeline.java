package io.watchfloor.pipeline.duty;

import io.watchfloor.pipeline.duty.rule.TimeTargets;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job {@code duty}: from the picture to what is overdue, how long things take and how many alarms there are. */
public final class DutyPipeline {
    /** Its name in metrics and checkpoints. */
    public static final String NAME = "duty";

    /** What it counts has seconds; what it tells does not wait for this. */
    private static final long BUFFER_TIMEOUT_MILLIS = 100;

    private DutyPipeline() {}

    /**
     * The whole graph. No watermark: time limits are a matter of the clock on the wall. One instance of everything, since
     * the picture is one stream and desk decisions are few.
     */
    public static void define(
            StreamExecutionEnvironment flink,
            Source<DutyInput, ?, ?> picture,
            String world,
            TimeTargets targets,
            DistrictAccess district,
            Sink<DutyOutput> sink) {
        flink.setParallelism(1);
        flink.setBufferTimeout(BUFFER_TIMEOUT_MILLIS);
        DataStream<DutyInput> known = flink.fromSource(picture, WatermarkStrategy.noWatermarks(), "picture")
                .uid("picture");

        DataStream<DutyInput> ofIncidents =
                known.filter(in -> in.incidentId() != null).name("incidents").uid("of-incidents");
        // one operator has all keys: it runs in the source's chain, and nothing is serialised on the way
        DataStream<DutyInput> withJoins = DataStreamUtils.reinterpretAsKeyedStream(
                        ofIncidents, DutyInput::incidentId, Types.STRING)
                .process(new FollowJoins())
                .returns(DutyInput.class)
                .name("joins")
                .uid("joins");
        SingleOutputStreamOperator<DutyOutput> incidents = DataStreamUtils.reinterpretAsKeyedStream(
                        withJoins, DutyInput::incidentId, Types.STRING)
                .process(new WatchIncidents(world, targets, district))
                .returns(DutyOutput.class)
                .name("watch")
                .uid("watch");

        DataStream<DutyOutput> measures = incidents
                .getSideOutput(WatchIncidents.MEASURED)
                .union(publishedMeasures(known))
                .keyBy(MeasureInput::measureId, Types.STRING)
                .process(new RollMeasures(world))
                .returns(DutyOutput.class)
                .name("measure")
                .uid("measure");

        DataStream<DutyOutput> health = incidents
                .getSideOutput(WatchIncidents.ALARMS)
                .union(alerts(known))
                .keyBy(in -> world, Types.STRING)
                .process(new CountAlarms(world))
                .returns(DutyOutput.class)
                .name("alarm health")
                .uid("alarm-health");

        // each in the chain of what makes it: nothing is serialised on the way, and no order between them matters
        incidents.sinkTo(sink).name("duty").uid("duty");
        measures.sinkTo(sink).name("duty measures").uid("duty-measures");
        health.sinkTo(sink).name("duty health").uid("duty-health");
    }

    private static DataStream<MeasureInput> publishedMeasures(DataStream<DutyInput> known) {
        return known.filter(in -> in.measure() != null)
                .name("measures")
                .uid("published-measures")
                .map(in -> MeasureInput.of(in.measure()), TypeInformation.of(MeasureInput.class))
                .name("counted")
                .uid("as-measure-input");
    }

    private static DataStream<AlarmInput> alerts(DataStream<DutyInput> known) {
        return known.filter(in -> in.alert() != null || in.alarmHealth() != null)
                .name("alerts")
                .uid("alerts")
                .map(
                        in -> in.alert() != null ? AlarmInput.of(in.alert()) : AlarmInput.of(in.alarmHealth()),
                        TypeInformation.of(AlarmInput.class))
                .name("heard")
                .uid("as-alarm-input");
    }
}
