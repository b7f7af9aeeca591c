package io.watchfloor.acceptance.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;

/** Stands between a page and the gateway's live messages, and can hold them back as a slow line would. */
final class LiveGate {
    private final Page page;
    private volatile boolean held;

    LiveGate(Page page) {
        this.page = page;
        page.routeWebSocket("**/api/v1/live**", this::connect);
    }

    private void connect(WebSocketRoute browser) {
        WebSocketRoute gateway = browser.connectToServer();
        gateway.onMessage(frame -> {
            if (!held) {
                browser.send(frame.text());
            }
        });
    }

    Page page() {
        return page;
    }

    /** From now on nothing arrives. */
    void hold() {
        held = true;
    }
}
