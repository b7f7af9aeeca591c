package io.watchfloor.faults.inject;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every fault there is, by number. */
public final class Faults {
    private Faults() {}

    /** All of them. */
    public static List<Fault> list() {
        return Stream.of(
                        RedisFaults.list(),
                        PipelineFaults.list(),
                        SystemFaults.list(),
                        GatewayFaults.list(),
                        LinkFaults.list())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Fault::number))
                .toList();
    }
}
