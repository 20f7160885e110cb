"""The one settings file. Everything that differs between installations comes from the environment."""

import os
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

PACKAGE = Path(__file__).resolve().parent.parent


def env(name: str, default: str = "") -> str:
    return os.environ.get(f"BEENTHERE_{name}", default)


def secret(name: str, file: Path) -> str:
    """A secret from the environment, or from its file in the configuration folder."""
    return env(name) or (file.read_text().strip() if file.exists() else "")


def env_flag(name: str) -> bool:
    value = env(name, "no").lower()
    if value not in {"yes", "no"}:
        raise ImproperlyConfigured(f"BEENTHERE_{name} must be yes or no, not {value!r}.")
    return value == "yes"


def database(name: str, file: str) -> dict[str, object]:
    """A PostgreSQL address from the environment, or an SQLite file in the data folder."""
    address = env(name)
    if address:
        parts = urlsplit(address)
        options = dict(pair.split("=", 1) for pair in parts.query.split("&") if pair)
        # Many small queries put together look large to PostgreSQL, which then compiles them for a second.
        options.setdefault("options", "-c jit=off")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": options.pop("host", parts.hostname or ""),
            "PORT": parts.port or "",
            "CONN_MAX_AGE": 60,
            "OPTIONS": options,
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / file,
        "CONN_MAX_AGE": None,  # opening and closing a file in WAL mode costs more than most pages
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
            "PRAGMA secure_delete=ON;",  # what is deleted is overwritten in the file
        },
        "TEST": {"NAME": DATA / f"test-{file}"},
    }


DATA = Path(env("DATA_FOLDER", ".data")).resolve()
CONFIG_FOLDER = Path(env("CONFIG_FOLDER", str(Path.home() / ".config" / "beenthere")))

DEBUG = env_flag("DEBUG")
DEMO = env_flag("DEMO")
TESTING = "pytest" in sys.modules
SECRET_KEY_FILE = CONFIG_FOLDER / "secret.key"
SECRET_KEY = "only-for-tests" if TESTING else secret("SECRET_KEY", SECRET_KEY_FILE)
MASTER_KEY_FILE = CONFIG_FOLDER / "master.key"  # made by `serve`; base64 of 32 bytes
MASTER_KEY = "T25seSBmb3IgdGVzdHMuIE9ubHkgZm9yIHRlc3RzLi4=" if TESTING else env("MASTER_KEY")
PUBLIC_ADDRESS = env("URL", "http://127.0.0.1:8000")
ALLOWED_HOSTS = [urlsplit(PUBLIC_ADDRESS).hostname or "", "127.0.0.1", "localhost"]
CSRF_TRUSTED_ORIGINS = [PUBLIC_ADDRESS] if PUBLIC_ADDRESS.startswith("https://") else []

APPS = [
    "home", "desk", "reports", "meetings", "matching", "plans", "library", "directory", "training", "work",
    "experience", "talk", "orgs", "people", "consent", "core",
]  # fmt: skip
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "csp",
    *(f"beenthere.{app}" for app in APPS),
]
MIDDLEWARE = [
    "beenthere.core.middleware.TellBrowsers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "beenthere.core.middleware.NobodyAtOpenData",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "beenthere.core.middleware.ReadOnlyGet",
    "beenthere.core.middleware.KeysHeldForRequest",
    "beenthere.core.middleware.SessionsEnd",
    "beenthere.core.middleware.NothingPrivateInCaches",
    "beenthere.core.middleware.PersonsZone",
    "beenthere.home.middleware.NotTooFast",
    "beenthere.home.middleware.KeepTypedText",
    "beenthere.home.middleware.OnlyAButton",
]
ROOT_URLCONF = "beenthere.config.urls"
WSGI_APPLICATION = "beenthere.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "beenthere.home.context.page",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "beenthere.core.templatetags.ui"],
        },
    }
]
FORM_RENDERER = "beenthere.core.forms.UiRenderer"

DATABASES = {"default": database("DATABASE_URL", "data.sqlite3"), "keys": database("KEYS_DATABASE_URL", "keys.sqlite3")}
DATABASE_ROUTERS = ["beenthere.core.keys.KeysRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "core_cache"}}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["beenthere.people.backends.SignInWordBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
LOGIN_URL = "people:sign-in"
SESSION_ENGINE = "beenthere.core.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 2  # since it was last used; "this is my own device" makes it longer at sign-in
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone with the browser: a year’s cookie would tell who was here
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PUBLIC_ADDRESS.startswith("https://")
# With this name, browsers take a cookie from this very host alone, and by https.
COOKIE_PREFIX = "__Host-" if SESSION_COOKIE_SECURE else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid", f"{COOKIE_PREFIX}csrftoken"
# In a cookie, a sentence with a name in it would outlive the session and wait for whoever comes next.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "beenthere.home.views.page_kept_open"

if PUBLIC_ADDRESS.startswith("https://"):
    # The server listens on loopback only, so only the operator's own proxy can send this header.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# The longest text is 4,000 letters and the longest form has about a hundred fields (a sheet's columns: two hundred).
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 300
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_HANDLERS = ["beenthere.core.uploads.OnlyWhereAsked"]  # and that only where a screen asks for it
LIMITS_HOLD = not TESTING  # how fast one may go (core/limits.py); its own tests switch it on
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

USE_TZ = True
TIME_ZONE = "America/Toronto"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French"))]
FORMAT_MODULE_PATH = ["beenthere.core.formats"]
LOCALE_PATHS = [PACKAGE / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# E-mail is an extra: smtp://user:password@host:25, smtp+tls://…:587 or smtps://…:465.
MAIL = urlsplit(env("MAIL_URL"))
MAIL_SET_UP = bool(MAIL.hostname)
EMAIL_HOST, EMAIL_PORT = MAIL.hostname or "", MAIL.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(MAIL.username or ""), unquote(MAIL.password or "")
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.scheme == "smtp+tls", MAIL.scheme == "smtps"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env("MAIL_FROM", f"been-there@{urlsplit(PUBLIC_ADDRESS).hostname}")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without_words": {"()": "beenthere.core.logs.WithoutWords"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "without_words"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
