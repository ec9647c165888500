# The application of an example's asgi.py or, where it has none, that of a new project.
import os
from importlib.util import find_spec

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
if find_spec("shop.asgi"):
    from shop.asgi import application
else:
    from django.core.asgi import get_asgi_application

    application = get_asgi_application()
