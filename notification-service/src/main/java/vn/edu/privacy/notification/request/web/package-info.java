/** Requests over HTTP. */
@NullMarked
package vn.edu.privacy.notification.request.web;

import org.jspecify.annotations.NullMarked;
