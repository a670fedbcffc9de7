<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!doctype html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width,initial-scale=1">
  <meta name="robots" content="noindex, nofollow">
  <title><#nested "header"> – ${msg("portalName")}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${url.resourcesPath}/css/login.css">
  <#if scripts??>
    <#list scripts as script><script src="${script}" defer></script></#list>
  </#if>
</head>
<body data-page-id="login-${pageId}">
<a class="skip" href="#main">${msg("portalSkip")}</a>
<header class="bar"><div class="in">
  <strong>${msg("portalName")}</strong>
  <#if realm.internationalizationEnabled && locale.supported?size gt 1>
  <nav aria-label="${msg("languages")}">
    <#list locale.supported as each><#if each.languageTag != lang><a href="${each.url}" lang="${each.languageTag}" hreflang="${each.languageTag}">${each.label}</a></#if></#list>
  </nav>
  </#if>
</div></header>
<main id="main">
  <h1 id="kc-page-title"><#nested "header"></h1>
  <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
    <#nested "show-username">
    <p id="kc-username"><strong id="kc-attempted-username">${auth.attemptedUsername}</strong> <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
  </#if>
  <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
    <div class="note ${message.type}" role="<#if message.type = 'error'>alert<#else>status</#if>">${kcSanitize(message.summary)?no_esc}</div>
  </#if>
  <#if displayRequiredFields><p class="small">* ${msg("requiredFields")}</p></#if>
  <#nested "form">
  <#if auth?has_content && auth.showTryAnotherWayLink()>
    <form action="${url.loginAction}" method="post"><input type="hidden" name="tryAnotherWay" value="on"><button class="btn">${msg("doTryAnotherWay")}</button></form>
  </#if>
  <#nested "socialProviders">
  <#if displayInfo><#nested "info"></#if>
</main>
</body>
</html>
</#macro>
