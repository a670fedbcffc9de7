package vn.edu.privacy.platform.testing.fallen.left;

import java.util.logging.Logger;

/** Talks past the log. */
public class Talking {
    void toTheConsole() {
        System.out.println();
    }

    void toTheErrors(Exception error) {
        error.printStackTrace();
    }

    void toAnotherLog() {
        Logger.getAnonymousLogger();
    }
}
