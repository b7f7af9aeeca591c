package io.watchfloor.graph.coverage;

import io.watchfloor.graph.coverage.CoverageQueries.ExpiringCertificate;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.SkillTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whose certificate runs out soon, or has run out, and who else holds the skill for longer. */
final class CertificateWatch {
    private final List<Member> members;
    private final SkillTree skills;

    CertificateWatch(List<Member> members, SkillTree skills) {
        this.members = members;
        this.skills = skills;
    }

    List<ExpiringCertificate> list(long today, int days) {
        long last = today + days;
        Map<Integer, Integer> lasting = new HashMap<>();
        members.forEach(member -> forEachCertificate(member, (skill, until) -> {
            if (until > last) {
                lasting.merge(skill, 1, Integer::sum);
            }
        }));
        List<ExpiringCertificate> expiring = new ArrayList<>();
        members.forEach(member -> forEachCertificate(member, (skill, until) -> {
            if (until <= last) {
                expiring.add(new ExpiringCertificate(
                        member.person().id(),
                        skills.id(skill),
                        LocalDate.ofEpochDay(until),
                        until - today,
                        lasting.getOrDefault(skill, 0)));
            }
        }));
        expiring.sort(Comparator.comparing(ExpiringCertificate::until).thenComparing(ExpiringCertificate::personId));
        return List.copyOf(expiring);
    }

    private interface Certificate {
        void at(int skill, long until);
    }

    private static void forEachCertificate(Member member, Certificate certificate) {
        for (int i = 0; i < member.heldCount(); i++) {
            long until = member.certifiedUntil(i);
            if (until != Member.NO_CERTIFICATE_NEEDED && until != Member.CERTIFICATE_MISSING) {
                certificate.at(member.heldSkill(i), until);
            }
        }
    }
}
