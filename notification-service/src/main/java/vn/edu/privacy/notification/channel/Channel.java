package vn.edu.privacy.notification.channel;

import java.util.List;

/** A way to tell a person. The portal always is one; what leaves by the others only leads to it. */
public enum Channel {
    PORTAL,
    EMAIL,
    SMS,
    ZALO;

    /** Those that leave the house. */
    public static final List<Channel> OUTSIDE = List.of(EMAIL, SMS, ZALO);
}
