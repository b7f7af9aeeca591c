package io.watchfloor.graph.plan;

/**
 * Somebody free who had better wait elsewhere.
 *
 * @param personId who
 * @param cellId the cell to wait in
 * @param lat WGS-84 degrees of the crossing nearest to its middle
 * @param lon WGS-84 degrees of the crossing nearest to its middle
 * @param driveSeconds until they are there
 * @param savedSeconds by how much the next incident that needs what they can do is reached sooner, on average
 * @param perHour how many of those are expected in an hour
 */
public record StandbyMove(
        String personId,
        String cellId,
        double lat,
        double lon,
        long driveSeconds,
        double savedSeconds,
        double perHour) {}
