package io.watchfloor.contract.live;

import io.watchfloor.contract.Absence;
import io.watchfloor.contract.Availability;
import java.time.Instant;
import java.util.List;

/**
 * A person as an officer sees them.
 *
 * @param id who
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param organizationId the department or partner body they belong to
 * @param skills ids of their skills, highest level first
 * @param onDuty whether their shift is running now
 * @param availability whether they can be sent
 * @param assignmentId what binds them; null when free
 * @param incidentId where they are sent; null when free
 * @param lat WGS-84 degrees; their station until a position is known
 * @param lon WGS-84 degrees
 * @param accuracyMeters null when unknown
 * @param positionAt null while it is only their station
 * @param phoneConnected whether their own responder page is open now; a simulator leaves such a person alone
 * @param absence why they are signed off, while they are; null otherwise
 */
public record PersonView(
        String id,
        String nameZh,
        String nameEn,
        String organizationId,
        List<String> skills,
        boolean onDuty,
        Availability availability,
        String assignmentId,
        String incidentId,
        double lat,
        double lon,
        Double accuracyMeters,
        Instant positionAt,
        boolean phoneConnected,
        Absence absence) {}
