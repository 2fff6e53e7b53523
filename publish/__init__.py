"""What is made ahead: styles and fonts of others, sounds, the service worker, the static site."""
