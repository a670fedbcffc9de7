package vn.edu.privacy.standalone.journeys;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * What a reader can tell of a page before reading it.
 *
 * @param language of the page's text
 * @param title in the window's bar
 * @param headings of the first level
 * @param skips whether the first link leads to the content, which is there
 * @param bytes over the wire since the page was asked for, styles and scripts included; 0 for what was kept
 * @param links where its links lead
 * @param raw what looks like a code, an id or a text that was not found
 */
record PageFacts(
        String language, String title, int headings, boolean skips, int bytes, List<String> links, List<String> raw) {
    private static final String LOOK = """
            () => {
              const wire = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')
                .filter((each) => ['link', 'script', 'css', 'img'].includes(each.initiatorType))];
              const skip = document.querySelector('body a');
              const main = document.querySelector('main');
              const words = main ? main.innerText : '';
              return {
                language: document.documentElement.lang,
                title: document.title,
                headings: document.querySelectorAll('h1').length,
                skips: !!skip && skip.getAttribute('href') === '#main' && !!document.getElementById('main'),
                bytes: wire.reduce((sum, each) => sum + each.transferSize, 0),
                links: [...document.querySelectorAll('a[href]')].map((each) => each.href),
                raw: [...words.matchAll(/\\?\\?[^?]+\\?\\?|\\bnull\\b|\\{\\d\\}|\\b[A-Z]{3,}_[A-Z_]{2,}\\b/g)].map((each) => each[0]),
              };
            }""";

    @SuppressWarnings("unchecked")
    static PageFacts of(Page page) {
        Map<String, Object> seen = (Map<String, Object>) page.evaluate(LOOK);
        return new PageFacts(
                (String) seen.get("language"),
                (String) seen.get("title"),
                ((Number) seen.get("headings")).intValue(),
                (Boolean) seen.get("skips"),
                ((Number) seen.get("bytes")).intValue(),
                (List<String>) seen.get("links"),
                (List<String>) seen.get("raw"));
    }
}
