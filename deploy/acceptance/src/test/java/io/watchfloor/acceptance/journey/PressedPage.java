package io.watchfloor.acceptance.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.watchfloor.acceptance.system.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

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
              const pressed = new Set(left);
              const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
              const nameOf = (node) => `${node.dataset.testid ?? ''} ${node.textContent}`;
              const isLeft = (node) => left.some((name) => node.dataset.testid === name || node.dataset.i18nLabel === name);
              const pressable = () => [...document.querySelectorAll(`${root} :is(button, [role=option], input[type=checkbox])`)]
                .filter((node) => !node.disabled && !isLeft(node) && node.checkVisibility() && !pressed.has(nameOf(node)));
              for (let next = pressable()[0]; next && pressed.size < 150; next = pressable()[0]) {
                for (const field of document.querySelectorAll(`${root} :is(input:not([type=checkbox]), textarea)`)) {
                  if (field.value || !field.checkVisibility() || field.type === 'file') continue;
                  field.value = field.type === 'search' ? '' : '1';
                  field.dispatchEvent(new Event('input', { bubbles: true }));
                }
                pressed.add(nameOf(next));
                next.click();
                await painted();
              }
              return [...pressed].filter((name) => !left.includes(name));
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

    /** Presses what can be seen below a selector, and what comes up by that, each once; the names of what was pressed. */
    List<String> pressAll(String root, String... leave) {
        Object names = page.evaluate(PRESS_ALL, List.of(root, List.of(leave)));
        return ((List<?>) names).stream().map(Object::toString).toList();
    }

    /** Everything that was asked for until now. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    /** What the gateway says that this page's user may use. */
    Set<String> mayUse(JsonNode session) {
        Set<String> ids = new TreeSet<>();
        StreamSupport.stream(session.get("operations").spliterator(), false)
                .map(JsonNode::asText)
                .forEach(ids::add);
        return ids;
    }
}
