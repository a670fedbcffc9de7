<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('username','password') displayInfo=realm.password && realm.registrationAllowed && !registrationDisabled??; section>
  <#assign wrong=messagesPerField.existsError('username','password')>
  <#if section = "header">${msg("loginAccountTitle")}<#elseif section = "form">
    <#if realm.password>
    <#if wrong><div class="note error" role="alert" id="input-error">${kcSanitize(messagesPerField.getFirstError('username','password'))?no_esc}</div></#if>
    <form id="kc-form-login" action="${url.loginAction}" method="post">
      <#if !usernameHidden??>
      <p><label for="username"><#if !realm.loginWithEmailAllowed>${msg("username")}<#elseif !realm.registrationEmailAsUsername>${msg("usernameOrEmail")}<#else>${msg("email")}</#if></label>
      <input id="username" name="username" type="text" value="${(login.username!'')}" autocomplete="username" autocapitalize="none" spellcheck="false" required<#if wrong> aria-invalid="true" aria-describedby="input-error"</#if>></p>
      </#if>
      <p><label for="password">${msg("password")}</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required<#if wrong> aria-invalid="true" aria-describedby="input-error"</#if>></p>
      <#if realm.rememberMe && !usernameHidden??><p><label class="check"><input id="rememberMe" name="rememberMe" type="checkbox"<#if login.rememberMe??> checked</#if>> <span>${msg("rememberMe")}</span></label></p></#if>
      <input type="hidden" name="credentialId"<#if auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
      <button class="btn main" name="login" id="kc-login" value="${msg("doLogIn")}">${msg("doLogIn")}</button>
      <#if realm.resetPasswordAllowed><p class="small"><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p></#if>
    </form>
    </#if>
    <p class="small muted">${msg("portalHelp")}</p>
  <#elseif section = "info">
    <#if realm.password && realm.registrationAllowed && !registrationDisabled??><p>${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></p></#if>
  <#elseif section = "socialProviders">
    <#if realm.password && social?? && social.providers?has_content>
    <h2>${msg("identity-provider-login-label")}</h2>
    <ul class="ways"><#list social.providers as each><li><a class="btn" id="social-${each.alias}" href="${each.loginUrl}">${each.displayName!}</a></li></#list></ul>
    </#if>
  </#if>
</@layout.registrationLayout>
