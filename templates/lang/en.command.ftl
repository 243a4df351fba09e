
## Names of attached files

attachment-name = Follow-up
