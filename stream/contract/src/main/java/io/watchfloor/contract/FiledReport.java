package io.watchfloor.contract;

/**
 * A report and the one incident it was filed under.
 *
 * @param world the world it belongs to
 * @param incidentId the incident that owns the report
 * @param confidence how sure the merge is that the report speaks of this incident, 0 to 1; 1 for the report that opened
 *     it
 * @param metersFromIncident distance to the incident's position when it was filed; null when either is not located
 * @param secondsFromIncident seconds between this report and the span of times the incident's earlier reports name; 0
 *     within
 * @param report what was reported
 * @param version rises by one each time an officer moves the report to another incident; a reader keeps the highest
 * @param understanding what was read in it; null in what older versions wrote
 */
public record FiledReport(
        String world,
        String incidentId,
        double confidence,
        Double metersFromIncident,
        long secondsFromIncident,
        Report report,
        long version,
        Understanding understanding) {}
