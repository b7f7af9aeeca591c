package io.watchfloor.pipeline.warn;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.pipeline.warn.rule.Holidays;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of the picture job that warns. */
public final class WarnPipeline {
    /** One key: a topic is judged against all others, and a cell against all cells. */
    private static final String AREA = "area";

    /** What rises does so over minutes. */
    private static final long BUFFER_TIMEOUT_MILLIS = 50;

    private WarnPipeline() {}

    /**
     * Filed reports and the area's cells in, alerts out. A world is watched by one operator; cells are unknown until
     * the first gazetteer, and only the area as a whole is watched until then.
     *
     * @param holidays days that are not what their weekday says
     * @param filed reports as they were merged, in an order that a replay repeats
     * @param gazetteers the area as it is now, again whenever it changes
     */
    public static void define(
            String world,
            Holidays holidays,
            DataStream<FiledReport> filed,
            DataStream<Gazetteer> gazetteers,
            Sink<Alert> alerts) {
        filed.map(Sighted::of, TypeInformation.of(Sighted.class))
                .name("sighted")
                .uid("sighted")
                .setBufferTimeout(BUFFER_TIMEOUT_MILLIS)
                .keyBy(report -> AREA, Types.STRING)
                .connect(gazetteers.keyBy(gazetteer -> AREA, Types.STRING))
                .process(new WarnOfRises(world, holidays), TypeInformation.of(Alert.class))
                .name("warn")
                .uid("warn")
                .sinkTo(alerts)
                .name("alerts")
                .uid("alerts");
    }
}
