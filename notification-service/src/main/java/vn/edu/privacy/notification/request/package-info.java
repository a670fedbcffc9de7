/** Data subject requests: what people ask for, and how it is carried out to its deadline. */
@NullMarked
package vn.edu.privacy.notification.request;

import org.jspecify.annotations.NullMarked;
