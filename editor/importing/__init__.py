"""Import of finished texts: conversion to Markdown and sorting into sections."""
