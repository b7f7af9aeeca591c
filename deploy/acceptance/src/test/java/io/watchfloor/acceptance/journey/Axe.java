package io.watchfloor.acceptance.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;

/** The accessibility checker, asked for everything that WCAG 2.2 at levels A and AA demands and a machine can see. */
final class Axe {
    private static final String SOURCE = read("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");

    private static final String ASK = """
            () => axe.run({
              runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
              rules: { 'target-size': { enabled: true } },
            }).then(({ violations }) => violations.flatMap((violation) => violation.nodes.map(
              (node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary}`)))
            """;

    private Axe() {}

    /** Fails with every place where the page, as it is now, keeps somebody out. */
    static void check(Page page, String view) {
        page.evaluate(SOURCE);
        List<?> faults = (List<?>) page.evaluate(ASK);
        Assertions.assertThat(faults).as(view).isEmpty();
    }

    private static String read(String resource) {
        try (InputStream in = Axe.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
