package io.watchfloor.acceptance.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.watchfloor.testbed.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A page on which everything can be pressed: what it asks of the gateway is written down as operations of the API, and what
 * would change something is answered in the gateway's place, so that it changes nothing.
 */
final class PressedPage {
    /** What looks like a change and is none. */
    private static final Set<String> ASKS_ONLY = Set.of("openLiveTicket", "askWhatIf");

    private static final String HELD_BACK =
            "{\"type\":\"urn:watchfloor:problem:held-back\",\"status\":503,\"title\":\"held back\",\"detail\":\"held back\"}";
    private static final String PRESS_ALL = """
            async ([root, left]) => {
              window.open = () => null;
              window.print = () => {};
              const pressed = new Set(left);
              const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
              // of many rows alike one is enough
              const nameOf = (node) => node.dataset.testid ?? node.textContent;
              const isLeft = ({ dataset }) => left.some((name) => [dataset.testid, dataset.i18n, dataset.i18nLabel].includes(name));
              const pressable = () => [...document.querySelectorAll(`${root} :is(button, [role=option], input[type=checkbox])`)]
                .filter((node) => !node.disabled && !isLeft(node) && node.checkVisibility() && !pressed.has(nameOf(node)));
              // a choice while it is offered; another tab only when nothing is left on this one
              const turn = (node) => ['option', null, 'tab'].indexOf(node.getAttribute('role'));
              const nextOf = (nodes) => nodes.sort((a, b) => turn(a) - turn(b))[0];
              const FIELD = ':is(input:not([type=checkbox], [type=file], [type=search], [role=combobox]), textarea)';
              for (let next = nextOf(pressable()); next && pressed.size < 150; next = nextOf(pressable())) {
                for (const field of document.querySelectorAll(`${root} ${FIELD}`)) {
                  if (field.value || !field.checkVisibility()) continue;
                  field.value = '1';
                  field.dispatchEvent(new Event('input', { bubbles: true }));
                }
                pressed.add(nameOf(next));
                next.click();
                await painted();
              }
            }
            """;

    private final Page page;
    private final Set<String> asked = new TreeSet<>();
    private final List<Operation> operations;

    private record Operation(String method, Pattern path, String id) {}

    /** Watches a page that has asked for nothing yet. */
    PressedPage(Page page, ApiClient api) throws IOException, InterruptedException {
        this.page = page;
        this.operations = operationsOf(api.get("/openapi.json"));
        page.route("**/api/v1/**", this::answer);
    }

    private static List<Operation> operationsOf(JsonNode document) {
        Map<String, Operation> byPath = new TreeMap<>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> method.getValue().has("operationId"))
                .forEach(method -> {
                    Pattern pattern = Pattern.compile(path.getKey().replaceAll("\\{\\w+}", "[^/]+"));
                    // where a word and a parameter both fit, the word is meant: braces sort last
                    byPath.put(
                            path.getKey() + " " + method.getKey(),
                            new Operation(
                                    method.getKey().toUpperCase(java.util.Locale.ROOT),
                                    pattern,
                                    method.getValue().get("operationId").asText()));
                }));
        return List.copyOf(byPath.values());
    }

    private void answer(Route route) {
        String method = route.request().method();
        String path = URI.create(route.request().url()).getPath();
        String operation = operations.stream()
                .filter(one ->
                        one.method().equals(method) && one.path().matcher(path).matches())
                .map(Operation::id)
                .findFirst()
                .orElse(method + " " + path);
        asked.add(operation);
        if (method.equals("GET") || ASKS_ONLY.contains(operation)) {
            route.resume();
        } else {
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(503)
                    .setContentType("application/problem+json")
                    .setBody(HELD_BACK));
        }
    }

    Page page() {
        return page;
    }

    /** Presses what can be seen below a selector, and what comes up by that, each once. */
    void pressAll(String root, String... leave) {
        page.evaluate(PRESS_ALL, List.of(root, List.of(leave)));
    }

    /** Everything that was asked for until now. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }
}
