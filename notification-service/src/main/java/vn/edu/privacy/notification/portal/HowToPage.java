package vn.edu.privacy.notification.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** How one asks, and within what time it is done; for everybody to read (R-DL-02). */
@Controller
class HowToPage {
    @GetMapping("/how-to")
    Rendering show() {
        return Rendering.view("how-to").build();
    }
}
