package io.watchfloor.pipeline.function;

import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.ObservedIncident;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one report changed: the incident it speaks of, and the report filed under it. On the picture stream these are two
 * messages, so that what is read back from there has one of the two.
 *
 * @param incident after the report; null when only a report was read back
 * @param filed the report and its incident; null when only an incident was read back
 */
public record Observation(ObservedIncident incident, FiledReport filed) {
    /** As they go on the picture stream: the incident first. */
    public List<Object> messages() {
        return Stream.<Object>of(incident, filed).filter(Objects::nonNull).toList();
    }
}
